// Lets the ward's announcer take the text over as plain text: by its button, else by hand.

export function offerCopy({ button: fold, say, complain }) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Chép bản đọc";
  button.addEventListener("click", () => navigator.clipboard.writeText(textIn(fold)).then(
    () => say((button.textContent = "Đã chép bản đọc")),
    () => complain("Trình duyệt không cho chép. Hãy bôi đen bản đọc rồi chép."),
  ));
  fold.append(button);
}

function textIn(fold) {
  return [...fold.querySelectorAll("p")].map(({ textContent }) => textContent).join("\n");
}
