using System.Text.Json.Serialization;

namespace Nabla;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Zeros))]
[JsonSerializable(typeof(Ones))]
[JsonSerializable(typeof(Constant))]
[JsonSerializable(typeof(RandomUniform))]
[JsonSerializable(typeof(RandomNormal))]
[JsonSerializable(typeof(GlorotUniform))]
[JsonSerializable(typeof(GlorotNormal))]
[JsonSerializable(typeof(HeUniform))]
[JsonSerializable(typeof(HeNormal))]
internal sealed partial class InitializerJson : JsonSerializerContext;
