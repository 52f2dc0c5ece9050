import { expect, test, vi } from 'vitest'
import { createGazetteer } from '../../src/places/gazetteer.ts'

const oise = { default: { '60200': ['Compiègne'], '60300': ['Senlis', 'Chamant'] } }

function index(load = vi.fn(async () => oise)) {
  return {
    load,
    open: vi.fn(async () => ({
      departments: { '60': 'Oise' },
      prepositions: { '60': 'dans l’' },
      exceptions: {},
      files: { '60': load },
    })),
  }
}

test('knows nothing, and loads nothing, before it is asked', () => {
  const { open } = index()
  const { state } = createGazetteer(open)
  expect(state.getState().communes('60200')).toBeUndefined()
  expect(open).not.toHaveBeenCalled()
})

test('names a postcode once its department has been loaded', async () => {
  const { open } = index()
  const { state, want } = createGazetteer(open)
  want(['60300'])
  await expect.poll(() => state.getState().communes('60300')).toEqual(['Senlis', 'Chamant'])
  expect(state.getState().departmentsOf('60300')).toEqual(['60'])
})

test('does not double the communes of a postcode that is wanted again', async () => {
  const { open } = index()
  const { state, want } = createGazetteer(open)
  want(['60300'])
  want(['60200'])
  await expect.poll(() => state.getState().communes('60200')).toEqual(['Compiègne'])
  expect(state.getState().communes('60300')).toEqual(['Senlis', 'Chamant'])
})

test('tells at once what rows ask for one after the other', async () => {
  const { open } = index()
  const { state, want } = createGazetteer(open)
  const told = vi.fn()
  state.subscribe(told)
  want(['60200'])
  await open.mock.results[0]?.value
  want(['60300'])
  await expect.poll(() => state.getState().communes('60300')).toBeDefined()
  expect(state.getState().communes('60200')).toBeDefined()
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(told).toHaveBeenCalledTimes(1)
})

test('loads the index alone for a department', async () => {
  const { open, load } = index()
  const { state, want } = createGazetteer(open)
  want(['60'])
  await expect.poll(() => state.getState().departmentName('60')).toBe('Oise')
  expect(load).not.toHaveBeenCalled()
})

test('asks for the same code once', async () => {
  const { open, load } = index()
  const { state, want } = createGazetteer(open)
  want(['60200'])
  want(['60200'])
  await expect.poll(() => state.getState().communes('60200')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(1)
  expect(open).toHaveBeenCalledTimes(1)
})

test('leaves a code as it is while its file cannot be loaded, and tries again when it is wanted again', async () => {
  const load = vi.fn(async () => oise).mockRejectedValueOnce(new Error('offline'))
  const { open } = index(load)
  const { state, want } = createGazetteer(open)
  want(['60200'])
  await expect.poll(() => load.mock.calls.length).toBe(1)
  expect(state.getState().communes('60200')).toBeUndefined()
  await expect
    .poll(() => {
      want(['60200'])
      return state.getState().communes('60200')
    })
    .toEqual(['Compiègne'])
})
