-- Filled in when the database is opened: SQL knows no addresses.
ALTER TABLE "Client" ADD COLUMN "hex" TEXT COLLATE "C" NOT NULL DEFAULT '';

ALTER TABLE "Message" ADD COLUMN "fate" INTEGER NOT NULL DEFAULT 0;
UPDATE "Message" SET "fate" = CASE
  WHEN "action" <> 0 THEN "action"
  WHEN ("flags" & 4) <> 0 AND NOT EXISTS (
    SELECT 1 FROM "Recipient" r WHERE r."messageRef" = "Message"."id" AND r."status" IS NOT NULL) THEN 6
  WHEN ("flags" & 1) <> 0 THEN 4
  WHEN EXISTS (SELECT 1 FROM "Recipient" r WHERE r."messageRef" = "Message"."id" AND r."tagged") THEN 5
  ELSE 0 END;

CREATE TABLE "HostDayCount" (
    "day" INTEGER NOT NULL,
    "hostId" INTEGER NOT NULL,
    "result" INTEGER NOT NULL,
    "action" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("day", "hostId", "result", "action")
);

-- Messages that were broken off count from now on, as such.
INSERT INTO "HourCount" ("hour", "hostId", "result", "action", "count")
SELECT "time" / 3600000, "hostId", COALESCE("result", 7), 6, COUNT(*) FROM "Message" WHERE "fate" = 6 GROUP BY 1, 2, 3;
INSERT INTO "DayCount" ("day", "result", "domainId", "action", "count")
SELECT "time" / 86400000, COALESCE("result", 7), "domainId", 6, COUNT(*) FROM "Message"
WHERE "fate" = 6 AND "domainId" IS NOT NULL GROUP BY 1, 2, 3;
INSERT INTO "HostDayCount" ("day", "hostId", "result", "action", "count")
SELECT "hour" / 24, "hostId", "result", "action", SUM("count") FROM "HourCount" GROUP BY 1, 2, 3, 4;

DROP INDEX "Message_refused_time_idx";
-- What is neither accepted nor passed, with all that lists of it are made of.
CREATE INDEX "Message_notable_idx" ON "Message"("time", "hostId", "clientId", "heloId", "domainId", "result", "action", "fate")
WHERE ("action" <> 0 OR "result" <> 0);
CREATE INDEX "Message_domainId_time_result_fate_idx" ON "Message"("domainId", "time", "result", "fate");
CREATE INDEX "Message_clientId_time_result_fate_idx" ON "Message"("clientId", "time", "result", "fate");
CREATE INDEX "Client_hex_idx" ON "Client"("hex");
-- Cut, since PostgreSQL's index takes no more than some 2700 bytes.
CREATE INDEX "Recipient_address_idx" ON "Recipient"(lower(substr("address", 1, 255)));

CREATE TABLE "LogHost" (
    "fileId" INTEGER NOT NULL,
    "hostId" INTEGER NOT NULL,
    "lines" BIGINT NOT NULL,
    "firstTime" BIGINT NOT NULL,
    "lastTime" BIGINT NOT NULL,
    PRIMARY KEY ("fileId", "hostId")
);

CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL,
    "image" TEXT,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL
);
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL
);
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL
);
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL
);
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

CREATE TABLE "RateLimit" ("key" TEXT NOT NULL PRIMARY KEY, "points" INTEGER NOT NULL, "expire" TIMESTAMP(3));
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

CREATE TABLE "SavedView" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);
CREATE UNIQUE INDEX "SavedView_userId_name_key" ON "SavedView"("userId", "name");
