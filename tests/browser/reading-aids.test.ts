import { testReadingAid } from './reading-aids.ts'

testReadingAid({
  name: 'the text spacing of WCAG 1.4.12',
  style: `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
  `,
})

testReadingAid({ name: 'a zoom of 200 %', zoom: 2 })
