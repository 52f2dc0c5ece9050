/** Stripes `1 / scale` times as wide, for outlines that are enlarged by `scale`. */
export function MapHatching({ id, scale = 1 }: { id: string; scale?: number }) {
  const step = 8 / scale
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={step * 0.36} height={step} className="fill-failed-dot" stroke="none" />
    </pattern>
  )
}
