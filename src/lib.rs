//! Trialog: residents, the administration and the council of a town work on one strategy document together.
