import { readFileSync } from 'node:fs';

/**
 * Prints `N passed, N failed` (and `, N skipped`) as the last line of a run, from the results that the test runner
 * wrote. Exits 1 when the runner failed, when a test failed, when no test ran, or when the figures do not add up.
 */
const status = Number(process.argv[2]);
const results = JSON.parse(readFileSync('test-artifacts/results.json', 'utf8'));
const { numTotalTests: total, numPassedTests: passed, numFailedTests: failed } = results;
const skipped = results.numPendingTests + results.numTodoTests;
const agrees = passed + failed + skipped === total && passed > 0 && results.success === (failed === 0);

if (status !== 0) console.log(`The run ended with status ${status}.`);
if (!agrees) console.log('The figures below do not add up to the run.');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(status === 0 && agrees && failed === 0 ? 0 : 1);
