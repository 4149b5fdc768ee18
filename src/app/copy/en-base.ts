// The copy of every interactive page, and of the notices on the others.
import common from '../../../locales/en/common.json'
import offline from '../../../locales/en/offline.json'
import request from '../../../locales/en/request.json'
import urgent from '../../../locales/en/urgent.json'

export const copy = { common, offline, request, urgent }
