import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export type Certificate = { key: string; certificate: string }

/** Makes a self-signed certificate for the name; gives the paths of its two files, PEM. */
export function makeCertificate(folder: string, name: string): Certificate {
  const key = join(folder, `${name}.key`)
  const certificate = join(folder, `${name}.crt`)
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-days', '2']
  execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  return { key, certificate }
}
