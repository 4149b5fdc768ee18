// The copy of every interactive page, and of the notices on the others.
import common from '../../../locales/da/common.json'
import line from '../../../locales/da/line.json'
import offline from '../../../locales/da/offline.json'
import request from '../../../locales/da/request.json'

export const copy = { common, line, offline, request }
