import { signIn } from "../serve";
import { startWebServer } from "../web-server";

const RUNS = 9;
const PAGES = [
  "/",
  "/?range=1y",
  "/?range=all",
  "/?domain=domain1.example",
  "/?client=2001:db8::5",
  "/?host=mx1&result=fail",
  "/messages",
  "/messages?result=fail&range=all",
  "/messages?text=someone77",
  "/domains/domain1.example",
  "/clients/2001:db8::5",
  "/sources",
  "/search?q=domain12",
];

// Prints how long the server takes for each page over a database that `bench:queries` made: `[DATABASE-URL]`.
const [databaseUrl = "file:/tmp/whyspf-bench-730"] = process.argv.slice(2);
const server = await startWebServer(databaseUrl);
try {
  const { cookies } = await signIn(databaseUrl, server.url, "admin");
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  for (const path of PAGES) {
    const times: number[] = [];
    let size = 0;
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      const answer = await fetch(server.url + path, { headers });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
      size = (await answer.text()).length;
      times.push(performance.now() - start);
    }
    const first = times[0]!;
    const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    console.log(
      `${path.padEnd(36)} median ${median.toFixed(0).padStart(5)} ms, first ${first.toFixed(0).padStart(5)} ms, ${Math.round(size / 1000)} kB`,
    );
  }
} finally {
  await server.stop();
}
