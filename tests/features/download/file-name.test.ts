import { describe, expect, test } from 'vitest'
import type { FileContent } from '../../../src/api/parse-file.ts'
import { endingOf, fileName } from '../../../src/features/download/file-name.ts'

describe('the name of a file', () => {
  test.each([
    ['Ouverture Compiègne', 'Ouverture Compiègne 2026-11-24.csv'],
    ['Fête : mères / pères', 'Fête mères pères 2026-11-24.csv'],
    ['../../etc/passwd', 'etc passwd 2026-11-24.csv'],
    ['C:\\Windows\\x', 'C Windows x 2026-11-24.csv'],
    ['  a  *?"<>|  b  ', 'a b 2026-11-24.csv'],
    ['.cachée', 'cachée 2026-11-24.csv'],
    ['fin...', 'fin 2026-11-24.csv'],
    ['CON', 'CON 2026-11-24.csv'],
    ['a\u0000b\nc\u202ed\u200be', 'a b c d e 2026-11-24.csv'],
    ['e\u0301te\u0301', 'été 2026-11-24.csv'],
    ['東京', '東京 2026-11-24.csv'],
    ['///', '2026-11-24.csv'],
    ['', '2026-11-24.csv'],
  ])('%j becomes %j', (name, expected) => {
    expect(fileName(name, '2026-11-24', 'csv')).toBe(expected)
  })

  test('fits into every file system, whatever the letters', () => {
    const name = fileName('🌊'.repeat(500), '2026-11-24', 'xlsx')
    expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^🌊+ 2026-11-24\.xlsx$/u)
  })
})

describe('the ending', () => {
  const text: FileContent = { form: 'text', numbers: 1 }
  const binary: FileContent = { form: 'binary', numbers: undefined }
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4)

  test.each<[string, FileContent, { type?: string; disposition?: string; bytes?: Uint8Array }, string]>([
    ['a list', { form: 'list', table: { rows: [] }, numbers: 0 }, { disposition: 'filename=a.csv' }, 'json'],
    ['XML', { form: 'xml', numbers: 0 }, {}, 'xml'],
    ['text', text, {}, 'csv'],
    ['text under another name', text, { disposition: 'attachment; filename="a.TXT"' }, 'txt'],
    ['a name in UTF-8', text, { disposition: "attachment; filename*=UTF-8''a.tsv" }, 'tsv'],
    ['a path', binary, { disposition: 'attachment; filename="../../a.zip"' }, 'zip'],
    ['a program', binary, { disposition: 'attachment; filename="a.exe"' }, 'bin'],
    ['a script behind a table', text, { disposition: 'attachment; filename="a.csv.js"' }, 'csv'],
    ['a type', binary, { type: 'Application/Zip; x=y' }, 'zip'],
    ['a spreadsheet', binary, { type: 'application/vnd.ms-excel' }, 'xls'],
    ['the first bytes', binary, { bytes: zip }, 'zip'],
    ['nothing that is known', binary, { bytes: Uint8Array.of(0, 1, 2) }, 'bin'],
  ])('of %s is told', (_, content, { type = '', disposition = '', bytes = new Uint8Array() }, ending) => {
    expect(endingOf({ bytes, type, disposition }, content)).toBe(ending)
  })
})
