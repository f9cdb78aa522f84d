led.sh
