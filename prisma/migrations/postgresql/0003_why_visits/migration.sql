CREATE TABLE "WhyVisit" (
    "day" INTEGER NOT NULL,
    "domainId" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "result" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("day", "domainId", "kind", "result")
);
