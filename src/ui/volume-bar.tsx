/** Full and red when there are too few contacts. */
export function VolumeBar({ wanted, available }: { wanted: number; available: number }) {
  const share = available > 0 ? Math.min(1, wanted / available) : wanted > 0 ? 1 : 0
  return (
    <div
      className="h-1.5 overflow-hidden rounded-full border border-line bg-sunken print:hidden"
      aria-hidden="true"
    >
      <div
        className={`h-full min-w-1 rounded-full ${wanted > available ? 'bg-failed-dot' : 'bg-ink'} forced-colors:bg-[CanvasText]`}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  )
}
