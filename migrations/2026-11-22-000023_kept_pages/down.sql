DROP TABLE public_state;
