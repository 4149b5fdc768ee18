#!/bin/sh
# certbot runs this after it has fetched or renewed a certificate (--deploy-hook), and says in RENEWED_LINEAGE where that lies.
set -eu
install -m 0644 "$RENEWED_LINEAGE/fullchain.pem" /etc/ssl/foerste-snak/fullchain.pem
install -m 0600 "$RENEWED_LINEAGE/privkey.pem" /etc/ssl/foerste-snak/privkey.pem
systemctl reload nginx
