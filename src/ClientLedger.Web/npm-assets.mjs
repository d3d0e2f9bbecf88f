// Installs the npm packages that package-lock.json names, and copies the files that pages use.
//   node npm-assets.mjs htmx.org/dist/htmx.min.js=wwwroot/lib/htmx/htmx.min.js …
// What ends in a slash is a folder, copied whole but for what 'left' names.
// Several builds may run it at once, so it looks again, inside a lock, whether there is anything left to do.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const lock = join('obj', 'npm.lock');
const stamp = join('obj', 'npm.stamp');
const inputs = ['package.json', 'package-lock.json', 'npm-assets.mjs', 'ClientLedger.Web.csproj'];
const staleAfter = 5 * 60_000;

// Of Altair: its page, which is ours, the place for its users' scripts, which are not run, and all languages but those of the product.
const left = /^(index\.html|favicon\.ico|iframe-sandbox|assets.i18n.(?!(en|en-US|zh-CN|default)\.json$).+|assets.img.(?!logo|altair_logo\.svg$).+)$/;

const files = process.argv.slice(2).map(pair => {
  const [from, to] = pair.split('=');
  return { from: join('node_modules', from), to };
});

const sleep = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const writtenAt = path => statSync(path).mtimeMs;

function take() {
  mkdirSync('obj', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
      dropIfStale();
      sleep(200);
    }
  }
}

function dropIfStale() {
  try {
    if (Date.now() - writtenAt(lock) > staleAfter) rmdirSync(lock);
  } catch (failure) {
    if (failure.code !== 'ENOENT') throw failure; // Its owner was done in the meantime.
  }
}

function isFresh() {
  return existsSync(stamp) && files.every(file => existsSync(file.to)) && inputs.every(input => writtenAt(input) <= writtenAt(stamp));
}

take();
try {
  if (!isFresh()) {
    // npm is a script on Windows, which only a shell starts.
    execFileSync('npm', ['ci'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    for (const { from, to } of files) {
      if (from.endsWith('/')) {
        rmSync(to, { recursive: true, force: true });
        cpSync(from, to, { recursive: true, filter: source => !left.test(relative(from, source)) });
      } else {
        mkdirSync(dirname(to), { recursive: true });
        copyFileSync(from, to);
      }
    }
    writeFileSync(stamp, '');
  }
} finally {
  rmdirSync(lock);
}
