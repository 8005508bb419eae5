#!/usr/bin/env node
import { processIo } from './io.js';
import { main } from './main.js';

// Whoever reads the output may stop reading: `onething compose … | head` is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// Set rather than exited with: what is still in the pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processIo());
