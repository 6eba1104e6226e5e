using System.Text.Json.Serialization;

namespace Nabla;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Layer))]
[JsonSerializable(typeof(Sequential))]
[JsonSerializable(typeof(Dense))]
[JsonSerializable(typeof(Flatten))]
[JsonSerializable(typeof(Dropout))]
[JsonSerializable(typeof(ActivationLayer))]
internal sealed partial class LayerJson : JsonSerializerContext;
