"""`TRUSTED_PROXIES`: web servers in front that say for whom they ask. What anybody else says of that is not believed."""

import ipaddress
import os
from collections.abc import Callable, Sequence
from typing import Any

type Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


def trusted_proxies() -> list[str]:
    """Addresses and networks, none at first. Raises `ValueError` for what is neither, and for a network of everybody: that trusts whoever forges."""
    given = [each.strip() for each in os.environ.get("TRUSTED_PROXIES", "").split(",") if each.strip()]
    for each in given:
        try:
            network = ipaddress.ip_network(each)
        except ValueError as error:
            raise ValueError(
                f"TRUSTED_PROXIES has to list addresses or networks, such as 127.0.0.1,10.0.0.0/8: {each!r} is neither."
            ) from error
        if network.prefixlen == 0:
            raise ValueError(
                f"TRUSTED_PROXIES has to list addresses or networks of your own: {each!r} is everybody."
            )
    return given


def behind(application: Application, proxies: Sequence[str]) -> Application:
    """`REMOTE_ADDR` is the last address in `X-Forwarded-For` that is none of the proxies, where one of them asks."""
    if not proxies:
        return application
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    wrapped: Application = wrap_wsgi_with_proxy_headers(application, list(proxies))
    return wrapped
