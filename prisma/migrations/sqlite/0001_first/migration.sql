CREATE TABLE "Host" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE UNIQUE INDEX "Host_name_key" ON "Host"("name");

CREATE TABLE "Domain" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE UNIQUE INDEX "Domain_name_key" ON "Domain"("name");

CREATE TABLE "Client" ("id" INTEGER NOT NULL PRIMARY KEY, "ip" TEXT NOT NULL);
CREATE UNIQUE INDEX "Client_ip_key" ON "Client"("ip");

CREATE TABLE "Helo" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE UNIQUE INDEX "Helo_name_key" ON "Helo"("name");

CREATE TABLE "Checker" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE UNIQUE INDEX "Checker_name_key" ON "Checker"("name");

CREATE TABLE "Message" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "hostId" INTEGER NOT NULL,
    "queueId" TEXT NOT NULL,
    "time" BIGINT NOT NULL,
    "utcOffset" INTEGER NOT NULL,
    "clientId" INTEGER,
    "clientName" TEXT,
    "heloId" INTEGER,
    "envelopeFrom" TEXT,
    "domainId" INTEGER,
    "identity" INTEGER,
    "result" INTEGER,
    "resultFrom" INTEGER,
    "action" INTEGER NOT NULL,
    "stage" INTEGER,
    "rejectedBy" INTEGER,
    "replyCode" INTEGER,
    "enhancedStatus" TEXT,
    "replyText" TEXT,
    "checkerId" INTEGER,
    "messageId" TEXT,
    "size" BIGINT,
    "flags" INTEGER NOT NULL,
    "retryOf" TEXT,
    "lines" TEXT NOT NULL
);
CREATE UNIQUE INDEX "Message_hostId_queueId_key" ON "Message"("hostId", "queueId");
CREATE INDEX "Message_time_idx" ON "Message"("time");
CREATE INDEX "Message_refused_time_idx" ON "Message"("time") WHERE "action" <> 0;

CREATE TABLE "Recipient" (
    "messageRef" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "action" INTEGER NOT NULL,
    "status" INTEGER,
    "enhancedStatus" TEXT,
    "statusTime" BIGINT,
    "seconds" INTEGER,
    "local" BOOLEAN NOT NULL,
    "tagged" BOOLEAN,
    "folder" TEXT,
    PRIMARY KEY ("messageRef", "ordinal")
) WITHOUT ROWID;

CREATE TABLE "HourCount" (
    "hour" INTEGER NOT NULL,
    "hostId" INTEGER NOT NULL,
    "result" INTEGER NOT NULL,
    "action" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("hour", "hostId", "result", "action")
) WITHOUT ROWID;

CREATE TABLE "DayCount" (
    "day" INTEGER NOT NULL,
    "result" INTEGER NOT NULL,
    "domainId" INTEGER NOT NULL,
    "action" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("day", "result", "domainId", "action")
) WITHOUT ROWID;

CREATE TABLE "LogFile" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "headHash" TEXT NOT NULL,
    "headLength" INTEGER NOT NULL,
    "tailHash" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "lines" BIGINT NOT NULL,
    "matched" BIGINT NOT NULL,
    "ignored" BIGINT NOT NULL,
    "unknown" BIGINT NOT NULL,
    "firstTime" BIGINT,
    "lastTime" BIGINT,
    "readAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL
);
CREATE INDEX "LogFile_headHash_idx" ON "LogFile"("headHash");

CREATE TABLE "ProgramCount" (
    "fileId" INTEGER NOT NULL,
    "program" TEXT NOT NULL,
    "matched" BIGINT NOT NULL,
    "ignored" BIGINT NOT NULL,
    "unknown" BIGINT NOT NULL,
    PRIMARY KEY ("fileId", "program")
) WITHOUT ROWID;

CREATE TABLE "UnknownLine" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "fileId" INTEGER NOT NULL,
    "program" TEXT NOT NULL,
    "offset" BIGINT NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "UnknownLine_fileId_idx" ON "UnknownLine"("fileId");

CREATE TABLE "ProcmailBlock" (
    "fileId" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "time" BIGINT,
    "sender" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    PRIMARY KEY ("fileId", "offset")
);
CREATE INDEX "ProcmailBlock_time_idx" ON "ProcmailBlock"("time");

CREATE TABLE "PendingLink" ("id" INTEGER NOT NULL PRIMARY KEY, "from" BIGINT NOT NULL, "to" BIGINT NOT NULL);

CREATE TABLE "Setting" ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL);
