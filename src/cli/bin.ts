#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { processIo } from './io.js';
import { main } from './main.js';

// A check runs a great deal of code, most of it a few times: by default V8 spends a quarter of the time on optimising it.
if (process.argv[2] === 'check') setFlagsFromString('--interrupt-budget=600000');

// Whoever reads the output may stop reading: `onething compose … | head` is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// Set rather than exited with: what is still in the pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processIo());
