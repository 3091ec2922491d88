import { isAccountName, isRole, ROLES, type Role } from "@/lib/accounts/account-name";
import {
  type Account,
  addAccount,
  findAccount,
  isLastAdmin,
  removeAccount,
  setRole,
} from "@/lib/accounts/accounts";
import { makeLink } from "@/lib/accounts/links";
import { servedAt } from "@/lib/accounts/served-at";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { LINK_COMMAND, originOf, shownLink } from "./announce";
import { readArguments } from "./arguments";
import type { Call, Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { listUsers } from "./user-list";

const HELP = `Usage: whyspf user add NAME [--role admin|viewer]
       whyspf user link NAME
       whyspf user list [--json]
       whyspf user role NAME admin|viewer [--force]
       whyspf user remove NAME [--force]

Who may open the pages. NAME is a name such as kim or an e-mail address; no mail is sent to it.

  add      adds an account, a viewer unless --role says otherwise, and prints a link to sign in
  link     prints a new link; it works once, within 24 hours, and those printed before no longer do
  list     shows every account
  role     makes an account an admin, who may change things, or a viewer, who reads
  remove   removes an account and ends its sessions
  --force  remove the last admin, or make it a viewer
`;

const OPTIONS = { role: { type: "string" }, json: { type: "boolean" }, force: { type: "boolean" } } as const;

interface Given {
  call: Call;
  client: PrismaClient;
  words: string[];
  values: { role?: string; json?: boolean; force?: boolean };
}

interface Action {
  /** How many words follow it, and which options it takes. */
  words: number;
  options: (keyof typeof OPTIONS)[];
  run(given: Given): Promise<number>;
}

const ACTIONS: Record<string, Action> = {
  add: { words: 1, options: ["role"], run: add },
  link: { words: 1, options: [], run: async (given) => printLink(given, await known(given)) },
  list: { words: 0, options: ["json"], run: ({ call, client, values }) => listUsers(call, client, values) },
  role: { words: 2, options: ["force"], run: changeRole },
  remove: { words: 1, options: ["force"], run: remove },
};

/** A sentence for the terminal, and exit code 1. */
class Refused extends Error {}

/** `whyspf user`. */
export const user: Command = {
  name: "user",
  summary: "add, list and remove accounts, and make links to sign in",
  help: HELP,
  async run(call) {
    const { values, positionals } = readArguments(call.args, OPTIONS);
    const [name = "", ...words] = positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name]! : null;
    if (action === null)
      throw new UsageFault(name === "" ? "say what to do." : `there is no "user ${name}".`);
    const strange = Object.keys(values).find((key) => !(action.options as string[]).includes(key));
    if (strange !== undefined) throw new UsageFault(`user ${name} takes no --${strange}.`);
    if (words.length !== action.words) throw new UsageFault(`user ${name} takes ${COUNTS[action.words]}.`);
    if (values.role !== undefined) readRole(values.role);
    if (name === "role") readRole(words[1]!);
    if (name === "add") readName(words[0]!);
    const client = await openReader(call.config.databaseUrl);
    try {
      return await action.run({ call, client, words, values });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      call.err.write(`whyspf user: ${error.message}\n`);
      return FAILED;
    } finally {
      await client.$disconnect();
    }
  },
};

const COUNTS = ["no name", "one name", "a name and a role"];

function readRole(text: string): Role {
  if (!isRole(text)) throw new UsageFault(`a role is ${ROLES.join(" or ")}, not "${text}".`);
  return text;
}

function readName(name: string): void {
  if (!isAccountName(name))
    throw new UsageFault(
      `a name is an e-mail address, or letters, digits, ".", "_" and "-"; "${name}" is neither.`,
    );
}

async function known({ client, words: [name] }: Given): Promise<Account> {
  const account = await findAccount(client, name!);
  if (account === null) throw new Refused(`There is no account "${name}"; see whyspf user list.`);
  return account;
}

async function add(given: Given): Promise<number> {
  const name = given.words[0]!;
  const role = readRole(given.values.role ?? "viewer");
  const account = await addAccount(given.client, name, role);
  if (account === null)
    throw new Refused(`There is an account "${name}" already. Another link: ${LINK_COMMAND} ${name}`);
  given.call.out.write(`${account.name} was added as ${role}.\n`);
  return await printLink(given, account);
}

async function printLink({ call, client }: Given, { name, email }: Account): Promise<number> {
  const { url, port } = call.config;
  const origin = url ?? (await servedAt(client)) ?? originOf({ host: "127.0.0.1", port }, null);
  call.out.write(shownLink(name, await makeLink(client, email), origin));
  return OK;
}

async function changeRole(given: Given): Promise<number> {
  const account = await known(given);
  const role = readRole(given.words[1]!);
  if (role !== "admin") await keepAnAdmin(given, account);
  await setRole(given.client, account, role);
  given.call.out.write(`${account.name} is ${role} now.\n`);
  return OK;
}

async function remove(given: Given): Promise<number> {
  const account = await known(given);
  await keepAnAdmin(given, account);
  await removeAccount(given.client, account);
  given.call.out.write(`${account.name} was removed and is signed out everywhere.\n`);
  return OK;
}

async function keepAnAdmin({ client, values }: Given, account: Account): Promise<void> {
  if (values.force || !(await isLastAdmin(client, account))) return;
  throw new Refused(`${account.name} is the last admin: make another one first, or use --force.`);
}
