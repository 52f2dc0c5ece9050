import answer from './answer.js'
import ask from './ask.js'
import file from './file.js'
import refuse from './refuse.js'

/** Answers whom `limit_req` has stopped. */
function slowDown(r) {
  r.headersOut['Retry-After'] = '5'
  refuse(r, 'too-many-requests')
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default {
  answer,
  ask,
  slowDown,
  fileAddress: file.address,
  fileHead: file.head,
  filePiece: file.piece,
  fileLate: file.late,
  fileLost: file.lost,
}
