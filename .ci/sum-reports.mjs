/**
 * Names the tests that failed, then sums the JSON reports of the test runners into the one line
 * `N passed, N failed`, and fails where a test did.
 * A runner that left no report, or failed outside its tests, counts as one failure.
 */
import { readFileSync } from 'node:fs'

/** Vitest: a file that cannot even be loaded has no test in it that could fail. */
function sumVitest({ numPassedTests, numFailedTests, success, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = numFailedTests + unloaded.length
  return {
    passed: numPassedTests,
    failed: success || failed > 0 ? failed : 1,
    named: [
      ...unloaded.map(({ name }) => `failed to load: ${name}`),
      ...testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName }) => `failed: ${name} › ${fullName}`),
      ),
    ],
  }
}

/** Playwright: `errors` are those of the files and of the set-up; a flaky test passed when it was repeated. */
function sumPlaywright({ stats, errors, suites }) {
  const tests = suites.flatMap(suite => testsOf(suite, []))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    named: [
      ...errors.map(({ message }) => `failed outside the tests: ${message}`),
      ...tests.filter(({ status }) => status === 'unexpected').map(({ name }) => `failed: ${name}`),
      ...tests.filter(({ status }) => status === 'flaky').map(({ name }) => `passed when repeated: ${name}`),
    ],
  }
}

function testsOf({ title, specs = [], suites = [] }, path) {
  const here = [...path, title]
  return [
    ...specs.flatMap(spec =>
      spec.tests.map(({ status }) => ({ status, name: [...here, spec.title].join(' › ') })),
    ),
    ...suites.flatMap(suite => testsOf(suite, here)),
  ]
}

function sum(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return 'stats' in report ? sumPlaywright(report) : sumVitest(report)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { passed: 0, failed: 1, named: [`failed: no report: ${reason}`] }
  }
}

const sums = process.argv.slice(2).map(sum)
for (const { named } of sums) for (const line of named) process.stdout.write(`${line}\n`)
const passed = sums.reduce((total, sum) => total + sum.passed, 0)
const failed = sums.reduce((total, sum) => total + sum.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
