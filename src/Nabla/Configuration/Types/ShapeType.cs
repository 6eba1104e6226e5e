namespace Nabla.Configuration.Types;

internal sealed class ShapeType : ConfigurationType<Shape>
{
    private static readonly ListType<long> s_extents = new(new IntegerType<long>());

    internal override string Expected => s_extents.Expected;

    internal override void Write(ComponentWriter writer, Shape value) => s_extents.Write(writer, value);

    internal override Shape Read(ConfigurationNode node)
    {
        long[] extents = s_extents.ReadArray(node);
        try
        {
            return Shape.Create(extents);
        }
        catch (ArgumentException exception)
        {
            throw node.Invalid(exception.Message, exception);
        }
    }
}
