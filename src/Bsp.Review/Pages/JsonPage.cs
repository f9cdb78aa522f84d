using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Pages;

/// <summary>The review for programs (docs/schemas/review-1.json).</summary>
public static class JsonPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Default };

    /// <summary>The page of a review.</summary>
    public static string Of(ReviewResult review) => new JsonObject
    {
        ["schema"] = "bsp-review/1",
        ["headline"] = Headline.Of(review),
        ["impact"] = Headline.Name(review.Impact),
        ["base"] = Of(review.Base),
        ["head"] = Of(review.Head),
        ["stale"] = new JsonArray([.. review.Head.Stale.Select(path => (JsonNode)path)]),
        ["notes"] = new JsonArray([.. review.Notes.Select(note => (JsonNode)note)]),
        ["boards"] = new JsonArray([.. review.Boards.Select(Of)]),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Of(Revision revision) => new()
    {
        ["name"] = revision.Name,
        ["evaluation"] = revision.Evaluation,
        ["hash"] = revision.Hash,
    };

    private static JsonObject Of(BoardReview board) => new()
    {
        ["id"] = board.Board,
        ["distribution"] = board.Distribution,
        ["changed"] = board.IsChanged,
        ["impact"] = Headline.Name(board.Impact),
        ["cause"] = board.Cause.Text,
        ["changes"] = new JsonArray([.. board.Changes.Select(Of)]),
    };

    private static JsonObject Of(Change change) => new()
    {
        ["id"] = change.Id,
        ["rule"] = change.Rule.Id,
        ["subject"] = change.Subject,
        ["before"] = change.Before,
        ["after"] = change.After,
        ["impact"] = Headline.Name(change.Impact),
        ["attention"] = change.Attention.ToString().ToLowerInvariant(),
        ["layer"] = change.Layer,
        ["origin"] = change.Origin,
        ["meaning"] = change.Meaning,
    };
}
