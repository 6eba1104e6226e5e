// ONNX Runtime's side of the comparison: networks that Nabla is measured against, timed in a process of their own.
//
//     npm install                                      in this folder, once
//     node ort-peer.mjs --serve
//     node ort-peer.mjs NETWORK.onnx [THREADS [SECONDS]]
//
// As a server it speaks as peer.py does: it writes one line, {"versions": {...}}; then each line of standard input
// is a request and answered with exactly one line; end of input ends the process. All are JSON objects.
//
//     request   workload   the path of an ONNX file with one input and one output
//               threads    of the runtime's team, the caller among them                             (default 1)
//               seconds    how long to measure; at least one run is always made                     (default 0.5)
//               input      a file of float32 for the input; without it, numbers between 0 and 1
//               output     a file that gets the output of that input as float32
//     answer    workload, threads as measured
//               median     seconds a run, the median over samples
//               minimum    seconds a run, the fastest sample
//               samples    number of samples, a run each
//     failure   error      one line that says why; the server goes on with the next request
//
// The first request for a file and a number of threads loads it, with every optimisation of the graph, and warms it up
// untimed. Only the latest is kept: threads of a session watch for work after each run, and would disturb another.
//
// Exit codes: 0 success, 1 a failed measurement, 2 a wrong command line, 3 ONNX Runtime is missing.

import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const WARM_UP_SECONDS = 0.3;

let runtime;
let version;
try {
  runtime = (await import('onnxruntime-node')).default;
  version = runtime.env.versions.node ?? runtime.env.versions.common;
} catch (error) {
  console.error(
    `ONNX Runtime is missing (${error.message.split('\n')[0]}). In benchmarks/comparative: npm install`);
  process.exit(3);
}

let loaded; // the latest session, with what it was made for

async function session(workload, threads) {
  if (loaded?.workload !== workload || loaded.threads !== threads) {
    await loaded?.session.release();
    loaded = undefined;
    const created = await runtime.InferenceSession.create(workload, {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      executionMode: 'sequential',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
    });
    loaded = { workload, threads, session: created, warm: false };
  }
  return loaded;
}

async function inputOf(network, file) {
  const shape = network.inputMetadata[0].shape.map(Number);
  const count = shape.reduce((product, extent) => product * extent, 1);
  let values = Float32Array.from({ length: count }, () => Math.random());
  if (file) {
    const bytes = await readFile(file);
    values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  }
  return { [network.inputNames[0]]: new runtime.Tensor('float32', values, shape) };
}

async function timed(network, feeds) {
  const started = process.hrtime.bigint();
  await network.run(feeds);
  return Number(process.hrtime.bigint() - started) * 1e-9;
}

async function measure({ workload, threads = 1, seconds = 0.5, input, output }) {
  const entry = await session(workload, threads);
  const feeds = await inputOf(entry.session, input);
  for (let spent = 0; !entry.warm && spent < WARM_UP_SECONDS;) {
    spent += await timed(entry.session, feeds);
  }
  entry.warm = true;

  const samples = [];
  const end = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  do {
    samples.push(await timed(entry.session, feeds));
  } while (process.hrtime.bigint() < end);

  if (output) {
    const results = await entry.session.run(feeds);
    const { data } = results[entry.session.outputNames[0]];
    await writeFile(output, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return { workload, threads, median: median(samples), minimum: Math.min(...samples), samples: samples.length };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function serve() {
  answer({ versions: { node: process.versions.node, onnxruntime: version } });
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      answer(await measure(JSON.parse(line)));
    } catch (error) { // whatever a request does, the next one is answered
      answer({ error: `${error.name}: ${error.message.split('\n')[0]}` });
    }
  }
}

function answer(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

const [first, threads, seconds] = process.argv.slice(2);
if (first === '--serve') {
  await serve();
} else if (first === undefined || first.startsWith('-')) {
  console.error('usage: ort-peer.mjs --serve | NETWORK.onnx [THREADS [SECONDS]]');
  process.exitCode = 2;
} else {
  try {
    answer(await measure({ workload: first, threads: Number(threads ?? 1), seconds: Number(seconds ?? 0.5) }));
  } catch (error) {
    console.error(`ort-peer.mjs: ${error.message}`);
    process.exitCode = 1;
  }
}
