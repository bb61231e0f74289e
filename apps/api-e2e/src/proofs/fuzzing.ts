/* eslint-disable @nx/enforce-module-boundaries -- the fuzzer is a program of tools/, which Node runs without a build */
export { valueFor } from '../../../../tools/fuzz/arbitraries.mjs';
export { emailsOf } from '../../../../tools/fuzz/cast.mjs';
export { answerFaults, operationsOf, type Operation } from '../../../../tools/fuzz/contract.mjs';
export { addressesOf, crawl, filled, Pool } from '../../../../tools/fuzz/pool.mjs';
export { fuzz, reader } from '../../../../tools/fuzz/run.mjs';
export { mintSessions, type SignedIn } from '../../../../tools/fuzz/sessions.mjs';
