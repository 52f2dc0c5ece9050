import { test } from './board.ts'
import { chromium } from './chromium.ts'
import { testReadingAid } from './reading-aids.ts'

const FONT_PX = 24

const { launchOptions } = chromium ?? {}
const args = [...(launchOptions?.args ?? []), `--blink-settings=minimumFontSize=${FONT_PX}`]

test.use({ launchOptions: { ...launchOptions, args } })

testReadingAid({ name: `a minimum font size of ${FONT_PX} px`, fontPx: FONT_PX })
