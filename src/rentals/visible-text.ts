/** A soft hyphen at which a token was broken over two lines, and every character that nobody sees; those within an emoji stay. */
const INVISIBLE =
  /(?<=[0-9a-f])\u00ad[^\S\n]*\n[^\S\n]*(?=[0-9a-f])|(?<!\p{Extended_Pictographic}\ufe0f?)[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffc]/gu

const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** Without invisible characters, and with the usual form of full-width letters, digits and signs. */
export function visibleText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, sign => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
}
