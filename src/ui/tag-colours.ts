import { tagTint } from '../rentals/tags.ts'

/** None of them is the colour of a status. */
const colours = [
  'bg-tag-teal-tint text-tag-teal',
  'bg-tag-violet-tint text-tag-violet',
  'bg-tag-pink-tint text-tag-pink',
  'bg-tag-olive-tint text-tag-olive',
  'bg-tag-sky-tint text-tag-sky',
] as const

export function tagColours(tag: string): string {
  return colours[tagTint(tag)] ?? colours[0]
}
