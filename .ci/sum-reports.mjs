/**
 * Sums the JSON reports of the test runners into the one line `N passed, N failed`, and fails where a test did.
 * A runner that left no report, or failed outside its tests, counts as one failure.
 */
import { readFileSync } from 'node:fs'

/** Vitest: a file that cannot even be loaded has no test in it that could fail. */
function sumVitest({ numPassedTests, numFailedTests, success, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: success || failed > 0 ? failed : 1 }
}

/** Playwright: `errors` are those of the files and of the set-up. */
function sumPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

function sum(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return 'stats' in report ? sumPlaywright(report) : sumVitest(report)
  } catch (error) {
    process.stderr.write(`no report: ${error instanceof Error ? error.message : error}\n`)
    return { passed: 0, failed: 1 }
  }
}

const sums = process.argv.slice(2).map(sum)
const passed = sums.reduce((total, sum) => total + sum.passed, 0)
const failed = sums.reduce((total, sum) => total + sum.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
