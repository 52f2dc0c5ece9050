import { tagTint } from '../../domain/tags.ts'

/** One for each of the colours that tags are told apart by; none of them is a status's. */
const colours = [
  'bg-tag-teal-tint text-tag-teal',
  'bg-tag-violet-tint text-tag-violet',
  'bg-tag-pink-tint text-tag-pink',
  'bg-tag-olive-tint text-tag-olive',
  'bg-tag-sky-tint text-tag-sky',
] as const

/** The classes that colour a tag: always the same for the same word. */
export function tagColours(tag: string): string {
  return colours[tagTint(tag)] ?? colours[0]
}
