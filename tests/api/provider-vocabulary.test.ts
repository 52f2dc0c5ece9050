import { describe, expect, test } from 'vitest'
import { parseSex, parseStatus, parseSuccess } from '../../src/api/provider-vocabulary.ts'

describe('a status', () => {
  test.each([
    [0, 'requested'],
    [1, 'generating'],
    [2, 'ready'],
    [3, 'failed'],
    [5, 'downloaded'],
    ['0', 'requested'],
    [' 5 ', 'downloaded'],
    ['La demande de location a été effectué', 'requested'],
    ['The rental request has been made', 'requested'],
    ['Le fichier est en cours de création', 'generating'],
    ['File is being generated', 'generating'],
    ['La création du fichier est terminé. Vous pouvez le télécharger.', 'ready'],
    ['File is ready. You can download it.', 'ready'],
    ['La demande de location a échoué', 'failed'],
    ['The rental request failed', 'failed'],
    ['Le fichier a déjà été téléchargé', 'downloaded'],
    ['File has already been downloaded', 'downloaded'],
    ['File downloaded by user from api', 'downloaded'],
    ['The rental application was made', 'requested'],
    ['The rental  application was made.', 'requested'],
    ['THE RENTAL APPLICATION WAS MADE', 'requested'],
    ['The file is being created', 'generating'],
    ['the file is being created...', 'generating'],
    [' The file is\u00a0being created!', 'generating'],
    ['The file has been downloaded', 'downloaded'],
    ['The file has been\u00ad downloaded.', 'downloaded'],
    ['“The file has been downloaded”', 'downloaded'],
    ['file is being created', 'generating'],
    ['The file is ready. You can download it.', 'ready'],
    ['Rental application was made', 'requested'],
    ['La demande de location a été effectuée', 'requested'],
    ['La demande de location a échouée', 'failed'],
    ['La création du fichier est terminée. Vous pouvez le télécharger', 'ready'],
    ['« Le fichier est en cours de création »', 'generating'],
  ])('of %j is %s', (value, status) => {
    expect(parseStatus(value).status).toBe(status)
  })

  const ready = 'La création du fichier est terminé. Vous pouvez le télécharger.'
  test.each([
    ['upper case', ready.toUpperCase()],
    ['decomposed accents', ready.normalize('NFD')],
    ['no accents', ready.normalize('NFD').replace(/\p{M}/gu, '')],
    ['other white space', ready.replaceAll(' ', '\u00a0\n ')],
    ['no full stop', ready.slice(0, -1)],
    ['another end', `${ready.slice(0, -1)} !`],
  ])('is recognised with %s', (_, sentence) => {
    expect(parseStatus(sentence).status).toBe('ready')
  })

  test.each([
    [4, '4'],
    [6, '6'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['4', '4'],
    ['paused ', 'paused'],
    ['The file is not ready', 'The file is not ready'],
    ['The rental application was not made', 'The rental application was not made'],
    ['constructor', 'constructor'],
    [true, 'true'],
    [[5], '[5]'],
    [{ code: 5 }, '{"code":5}'],
  ])('of %j is unknown and keeps its text', (value, statusText) => {
    expect(parseStatus(value)).toEqual({ status: 'unknown', statusText })
  })

  test.each([
    [2, '2'],
    ['FILE IS READY', 'FILE IS READY'],
  ])('of %j keeps the text that came', (value, statusText) => {
    expect(parseStatus(value).statusText).toBe(statusText)
  })

  test.each([
    ['words', 'x'.repeat(201)],
    ['items', Array.from({ length: 201 }, () => 1)],
  ])('text made of many %s is cut at 200 characters', (_, value) => {
    const { statusText } = parseStatus(value)
    expect(statusText).toHaveLength(200)
    expect(statusText).toMatch(/…$/)
  })

  test.each([
    ['[', ']', '[…]'],
    ['{"a":', '}', '{…}'],
  ])('nested thousands deep in %s%s is unknown', (open, close, statusText) => {
    const value: unknown = JSON.parse(`${open.repeat(100_000)}1${close.repeat(100_000)}`)
    expect(parseStatus(value)).toEqual({ status: 'unknown', statusText })
  })
})

describe('a sex', () => {
  test.each([
    ['f', 'women'],
    ['femme', 'women'],
    ['Femmes', 'women'],
    ['h', 'men'],
    ['HOMME', 'men'],
    ['hommes', 'men'],
    ['male', 'men'],
    ['m', 'mixed'],
    ['M', 'mixed'],
    ['mixte', 'mixed'],
    ['mixed', 'mixed'],
    ['Fémme', 'women'],
  ])('of %s is %s', (word, sex) => {
    expect(parseSex(word)).toBe(sex)
  })

  test.each(['x', 'toString', '1', 'f'.repeat(300)])('of %s is not known', word => {
    expect(parseSex(word)).toBeUndefined()
  })
})

describe('success', () => {
  test.each([
    [true, true],
    ['true', true],
    [' TRUE ', true],
    [1, true],
    ['1', true],
    [false, false],
    ['False', false],
    [0, false],
    ['0', false],
    ['yes', 'odd'],
    [2, 'odd'],
    [{}, 'odd'],
    [[true], 'odd'],
  ])('of %j is %j', (value, success) => {
    expect(parseSuccess(value)).toBe(success)
  })
})
