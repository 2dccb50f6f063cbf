"""The pre-flight check: what is wrong with a letter before it leaves. Pure; what the desk knows comes in as `Knowledge`."""
