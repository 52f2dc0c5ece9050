/** Beyond this the icon says «99+»: three digits cannot be read at 16 pixels. */
const MOST = 99

/** The size of the figures, in 32nds of the icon, by how many there are. */
const sizes = [0, 24, 20, 15]

/** The board's icon with the number of ready rentals in it, as the address of an image. */
export function countedFavicon(ready: number): string {
  const figures = ready > MOST ? `${MOST}+` : String(ready)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#17171a"/><text x="16" y="16" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${sizes[figures.length]}" fill="#22c17a">${figures}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
