CREATE TABLE "RecordVersion" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "domain" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "userName" TEXT,
    "createdAt" BIGINT NOT NULL
);
CREATE INDEX "RecordVersion_domain_createdAt_idx" ON "RecordVersion"("domain", "createdAt");
