/**
 * `npm run replay -- report.json [--port N]`: starts the simulator so that it answers with the shapes of a
 * connection report, and goes through the free steps of the connection check against it. The exit code is 1 if a
 * step fails, so that a stranger's report is a failing test until the client is mended.
 * `--serve` keeps it open for a browser instead.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { runCheck } from '@/lib/jimeng/check/check';
import { createJimeng } from '@/lib/jimeng/client';
import { SITES } from '@/lib/jimeng/model/sites';
import { startServer } from '@/simulator/command-line/server';
import { createReplay } from '@/simulator/replay/replay';
import { readReport } from '@/simulator/replay/report';

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});
const [file] = positionals;
if (!file) {
  console.error('Usage: npm run replay -- report.json [--serve] [--port N]');
  exit(2);
}

const replay = createReplay(read(file));
const { id, site: name } = replay.cluster;
const site = SITES[name].find((each) => each.id === id) ?? SITES[name][0];
console.log(`Cluster: ${id}`);
if (values.serve) {
  const { port } = await startServer(replay, { port: Number(values.port) });
  console.log(`The service of the report: https://127.0.0.1:${port}
Start Chromium with
  --host-resolver-rules="MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost"
  --ignore-certificate-errors`);
} else {
  const { lines } = await runCheck({
    site: name,
    fetch: replay.fetch,
    now: Date.now,
    uuid: randomUUID,
    client: (waysAt) =>
      createJimeng({
        site,
        ...waysAt({ site: name, cluster: id }),
        now: Date.now,
        uuid: randomUUID,
      }),
    cookie: async () => 'present',
    headerRules: async () => ({ origin: true, referer: true }),
    onChange: () => {},
  });
  for (const { step, state, code, ret, failCode, missing, host } of lines) {
    const detail = [code, ret, failCode, missing, host].filter((each) => each !== undefined);
    console.log([state.padEnd(8), step.padEnd(8), ...detail].join(' '));
  }
  exit(lines.some(({ state }) => state === 'bad') ? 1 : 0);
}

function read(path: string): ReturnType<typeof readReport> {
  try {
    return readReport(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    exit(2);
  }
}
