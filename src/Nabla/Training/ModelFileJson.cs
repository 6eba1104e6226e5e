using System.Text.Json.Serialization;

namespace Nabla;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InputDescription))]
internal sealed partial class ModelFileJson : JsonSerializerContext;
