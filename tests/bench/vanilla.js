// The yardstick: what the board keeps, read from the same storage and put into a table by hand, every row.
const money = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' })
const seen = 'rental-board:v1:seen:'
const fragment = document.createDocumentFragment()

for (let index = 0; index < localStorage.length; index += 1) {
  const key = localStorage.key(index) ?? ''
  if (!key.startsWith(seen)) continue
  const { rental, at } = JSON.parse(localStorage.getItem(key) ?? '{}')
  const [place] = rental.places
  const row = document.createElement('tr')
  for (const text of [
    rental.status,
    rental.token,
    `${rental.targeting.sexText}, ${rental.targeting.minAge} à ${rental.targeting.maxAge} ans`,
    `${place?.location} ${place?.wanted} / ${place?.available}`,
    money.format(rental.cost?.total ?? 0),
    `depuis ${Math.round((Date.now() - at) / 60_000)} min`,
  ]) {
    const cell = document.createElement('td')
    cell.textContent = text
    row.append(cell)
  }
  fragment.append(row)
}
document.querySelector('tbody')?.append(fragment)
