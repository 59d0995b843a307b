// Buttons that copy what they name. Without a clipboard they stay hidden: a tap on the address
// chooses all of it.

const SHOWN_FOR = 3000;

async function copy(button, status) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    status.textContent = "Trình duyệt không cho chép. Hãy giữ tay vào địa chỉ rồi chọn “Sao chép”.";
    return;
  }
  status.textContent = `Đã chép địa chỉ ${button.dataset.copy}`;
  button.textContent = "Đã chép";
  setTimeout(() => (button.textContent = "Chép"), SHOWN_FOR);
}

for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button, document.querySelector("[data-copied]")));
}
