using Nabla.Configuration;

namespace Nabla;

/// <summary>What a file says of one example of a model's input.</summary>
internal sealed record InputDescription(TensorSpec Spec, string? Name = null) : ISelfDescribing<InputDescription>
{
    public void WriteConfiguration(ComponentWriter writer)
    {
        if (Name is not null)
        {
            writer.Write("name", Name, ConfigurationTypes.String);
        }

        writer.Write("dType", Spec.DType, ConfigurationTypes.Enum<DType>());
        writer.Write("shape", Spec.Shape, ConfigurationTypes.Shape);
    }

    public static InputDescription ReadConfiguration(ComponentReader reader) => new(
        new TensorSpec(
            reader.Read("dType", ConfigurationTypes.Enum<DType>()), reader.Read("shape", ConfigurationTypes.Shape)),
        reader.TryRead("name", ConfigurationTypes.String, out string? name) ? name : null);
}
