"""The portal in a real browser, on the real stack: database, worker, mail, web server as `make demo` starts them."""
