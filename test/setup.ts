import fc from 'fast-check';

/**
 * The same commit gives the same verdict: properties are drawn from one seed, so that a run can be repeated and a
 * change is judged by what it changed. New ground is covered on purpose: `LAW_SEED=$RANDOM LAW_RUNS=1000 npx vitest
 * run test/properties`, and `npm run fuzz`.
 */
fc.configureGlobal({ seed: Number(process.env['LAW_SEED'] ?? 20_261_101) });
