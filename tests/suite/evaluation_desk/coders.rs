//! Two people code the same texts without knowing of each other, and are compared.

use super::{DESK, code, contributions, theme};
use crate::support::app::TestApp;

#[actix_web::test]
async fn two_coders_read_blind_and_are_compared() {
    let app = TestApp::new().await;
    let (kim, robin) = (app.staff("evaluator"), app.staff("evaluator"));
    let url = format!("{DESK}/coders");
    kim.get(&url)
        .await
        .expect(200)
        .says("Noch hat niemand etwas zugeordnet.");
    let texts = [
        "Mehr Licht am Bach",
        "Licht und Bänke",
        "Danke für alles",
        "Mehr Bänke",
    ];
    let ids = contributions(&app, &texts).await;
    let (licht, bank) = (theme(&kim, "Licht").await, theme(&kim, "Sitzplätze").await);
    code(&kim, &ids[0], &[&licht]).await;
    code(&kim, &ids[1], &[&licht, &bank]).await;
    code(&kim, &ids[2], &[]).await;
    kim.get(&url)
        .await
        .expect(200)
        .says("3 von 4 zugeordnet")
        .says("Noch hat niemand einen Text zum zweiten Mal gelesen.");

    // The second one sees neither ticks nor themes nor proposals of the first.
    let mine = format!("{DESK}/contributions?coded=mine");
    let list = robin.get(&mine).await;
    list.expect(200).says("1 bis 4 von 4");
    assert_eq!(list.all(".queue__item .kern-badge--info").len(), 4);
    let page = robin
        .get(&format!("{DESK}/contributions/{}?coded=mine", ids[1]))
        .await;
    assert!(
        page.expect(200)
            .attributes("input[checked]", "value")
            .is_empty()
    );
    assert!(page.all(".pick--suggested").is_empty());
    code(&robin, &ids[0], &[&licht]).await;
    code(&robin, &ids[1], &[&licht]).await;
    code(&robin, &ids[2], &[]).await;
    let list = robin.get(&mine).await;
    list.says("1 bis 1 von 1").says("Mehr Bänke");
    let hers = kim.get(&mine).await;
    hers.says("1 bis 1 von 1");

    let page = robin.get(&url).await;
    page.expect(200)
        .says("Bei 2 von 3 Texten")
        .says("66 %")
        .says("Bei weniger als 30 Texten");
    let rows = page.all("tbody tr");
    assert_eq!(rows.len(), 2);
    // One of them never saw seats: chance explains that. Both saw light in the same two texts.
    assert!(
        rows.iter()
            .any(|row| row.contains("Licht") && row.contains("sehr gut"))
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("Sitzplätze") && row.contains('0'))
    );
    assert_eq!(page.all("#differ ~ ol .queue__item, .queue__item").len(), 1);
    assert!(page.links().iter().any(|link| link.ends_with(&ids[1])));
    // Once they agree there is nothing left to settle.
    code(&robin, &ids[1], &[&licht, &bank]).await;
    robin
        .get(&url)
        .await
        .expect(200)
        .says("sind sie sich einig");
}
