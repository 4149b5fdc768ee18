// The copy of the interactive parts: one chunk a language, loaded when a flow starts.
import check from '../../../locales/en/check.json'
import common from '../../../locales/en/common.json'
import offline from '../../../locales/en/offline.json'
import replies from '../../../locales/en/replies.json'
import request from '../../../locales/en/request.json'
import urgent from '../../../locales/en/urgent.json'

export const copy = { check, common, offline, replies, request, urgent }
