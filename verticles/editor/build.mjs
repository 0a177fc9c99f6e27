// Run by Maven: puts the editor where it is packed from, and does nothing that was done before.
// node build.mjs <folder for the files>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const OLDEST_NODE = 20;
const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.warn(`The editor is left out: Node.js is ${process.versions.node}, must be ${OLDEST_NODE} or newer.`);
  process.exit(0);
}

install();
bundle();

/** The packages of the lock file, unless these very ones are there. */
function install() {
  const wanted = hash(['package.json', 'package-lock.json']);
  const stamp = join(here, 'node_modules', '.installed');
  if (read(stamp) !== wanted) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']);
    writeFileSync(stamp, wanted);
  }
}

function bundle() {
  const sources = ['index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'build.mjs', ...filesIn('src'), ...filesIn('public')];
  const wanted = hash(sources.filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx')));
  const stamp = join(target, '..', '..', 'editor.stamp');
  if (read(stamp) === wanted && existsSync(join(target, 'files.txt'))) {
    return;
  }
  const dist = join(here, 'dist');
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']);
  run(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(dist, target, { recursive: true });
  const made = filesIn('dist').map((file) => relative('dist', file).replaceAll('\\', '/')).sort();
  for (const file of made.filter((name) => /\.(js|css|svg)$/.test(name))) {
    writeFileSync(join(target, `${file}.gz`), gzipSync(readFileSync(join(dist, file)), { level: 9 }));
  }
  // The server serves what stands here, and nothing else.
  writeFileSync(join(target, 'files.txt'), `${made.join('\n')}\n`);
  writeFileSync(stamp, wanted);
}

function run(program, args) {
  execFileSync(program, args, { cwd: here, stdio: 'inherit' });
}

function filesIn(folder) {
  return readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(here, join(entry.parentPath ?? entry.path, entry.name))).sort();
}

function hash(files) {
  const sum = createHash('sha256').update(process.versions.node);
  files.forEach((file) => sum.update(file).update(readFileSync(join(here, file))));
  return sum.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
