using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>The history of a run as JSON, in checkpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(CheckpointText))]
internal sealed partial class HistoryJson : JsonSerializerContext;
