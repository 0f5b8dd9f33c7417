"""Conversations in English."""

from typing import Final

THREADS: Final = """
# fault generator | Shuts down when the crane starts
c 0 {machine} trips as soon as the deck crane pulls. Without the crane it runs all day. We are alongside until Thursday.
s 1 Hello {me}, that sounds like the overload setting after the last change of breaker. What does the small dial inside the door say?
c*plate 2 It says 0.6. Picture of the plate attached.
s 0.5 Please turn it to 0.9, that is right for this cable. If it trips again, leave it and call us.
c 4 No more trips, crane worked all afternoon. Thanks!

# fault tester-case | Self-test fails with E-07
c*error 0 {machine} shows E-07. We need it for the handover next week.
s 2 Please hold the test key for ten seconds while switching on. Does it come back?
c 1 It does.
s 1 Then please send it in; a loan unit leaves today for the base.
c 44 Loan unit is here, ours is on the morning boat.
s 118 Board replaced under warranty and calibrated; the certificate is in the box.
c 30 Received. Very good.

# fault torque-wrench | Does not click at 120 Nm
c 0 {machine} goes straight past the mark. It was used on the mooring bolts, so it has had a hard life.
s 3 Please send it in. We adjust and calibrate for a fixed price, four working days from when we have it.
c 26 On its way.
s 100 Adjusted, the deviation is under 1% now.
c 20 Back in the box where it belongs, thanks.

# consumables torque-wrench | Spare ratchet lever
c 0 The lever on {machine} is worn. Do you sell it on its own?
s 3 As a kit with spring and ball, it is in your cart. Please have it calibrated afterwards.
c 5 Ordered.

# account - | New colleague cannot sign in
c 0 One of our technicians says his password is wrong, but he has only just joined.
s 1 His account is not open yet: he has not followed the link in the invitation. You can send it again under “My company”.
c 2 Found it in the spam folder. All good.

# invoice - | Order reference missing on {invoice}
c 0 Our accounts department cannot book {invoice} without the vessel's name on it. Could you add it?
s 2 Of course. A corrected invoice is on its way; the due date moves with it.
c 20 Booked, thank you.

# contact - | Delivery to the base on Saturdays?
c 0 Our supply boat leaves on Saturday at noon. Can parcels reach us on Saturday mornings?
s 4 Not by parcel service, but our driver passes Hammerfest on Fridays. Write “Friday van” as a wish at checkout.
c 3 That will do nicely.

# meter construction | Typed the wrong reading
c 0 I sent the reading of the wrong machine. Right for {machine} is {hours}.
s 1 Corrected, you can see it in the history.
c 1 Thanks.
"""
