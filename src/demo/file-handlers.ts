import type { RequestHandler } from 'msw'
import { answer, failure, PathHandler, type StatusSource } from './handlers.ts'
import type { StatusReply } from './status-reply.ts'
import { stageOf } from './status-wording.ts'

type FileSource = StatusSource & {
  /** The rental counts as downloaded from then on. */
  file: (reply: StatusReply) => Response
}

/** Answers as the error codes of the other endpoints suggest. Source: `docs/provider-api.md`, Errors. */
export function fileHandlers({
  path = '/api/location/file/download',
  file,
  ...source
}: FileSource): RequestHandler[] {
  return [
    new PathHandler(path, ({ searchParams }) => {
      const reply = answer(source, searchParams)
      if ('code' in reply) return Response.json(reply)
      const stage = stageOf(reply.status)
      if (stage === 2) return file(reply)
      if (stage === 5) return Response.json(failure(34, 'Le fichier a déjà été utilisé'))
      if (stage === 3) return Response.json(failure(36, 'La location du fichier a échoué'))
      return Response.json(failure(33, 'Fichier de la location introuvable'))
    }),
  ]
}
